"""The WSGI application."""

import os
import threading

from django.core.wsgi import get_wsgi_application

from werktop.mechanisms import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werktop.config.settings")
application = get_wsgi_application()
# beside the first requests: whoever plans the first seats does not wait for the compiled search to be loaded
threading.Thread(target=warm.compile_all, name="warm", daemon=True).start()
