package hudson;

public enum Platform {
    WINDOWS,
    UNIX;
}
