"""The benchmark: `make bench`. Nothing here is collected by `make test`."""
