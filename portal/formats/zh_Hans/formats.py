# Django pads the month here ("06月5日") and nowhere else in Chinese.
MONTH_DAY_FORMAT = "n月j日"
FIRST_DAY_OF_WEEK = 1  # Monday
