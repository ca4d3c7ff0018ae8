"""What the app is made of: names, versions and licenses, for About and for packages."""
