"""What is opened beside the play: title, menus, settings, saves, codes and the encyclopaedia."""
