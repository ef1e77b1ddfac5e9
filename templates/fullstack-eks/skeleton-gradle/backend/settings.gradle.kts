rootProject.name = "backend"
