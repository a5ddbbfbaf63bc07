package tsunagi.server.storage;

/** Where a database is, and who asks; user and password are null where it needs none. */
record Account(String url, String user, String password) {}
