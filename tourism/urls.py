from django.urls import path

from tourism import views

app_name = "tourism"
urlpatterns = [
    path("", views.overview, name="overview"),
]
