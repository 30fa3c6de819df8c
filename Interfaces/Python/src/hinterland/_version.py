"""The version of the package, that of the command it came with."""

VERSION = "0.1.0"
