from portal.navigation.models.alert import Alert, Level
from portal.navigation.models.banner import Banner, BannerPicture
from portal.navigation.models.menu import FIRST, SECOND, Menu, MenuItem, Slot
from portal.navigation.models.placed import Placed
from portal.navigation.models.target import Targeted

__all__ = [
    "FIRST",
    "SECOND",
    "Alert",
    "Banner",
    "BannerPicture",
    "Level",
    "Menu",
    "MenuItem",
    "Placed",
    "Slot",
    "Targeted",
]
