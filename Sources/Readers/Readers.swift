import Panels
