"""The tables that can be taken away, one source each; named adapters of what is looked at (`IDataSource`)."""
