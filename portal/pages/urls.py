from django.urls import path

from portal.pages import views

urlpatterns = [path("<words:path>/", views.page, name="page")]
