package net.sf.json;

public class JSONException extends RuntimeException {
    public JSONException() {}

    public JSONException(String msg) {
        super(msg, null);
    }

    public JSONException(String msg, Throwable cause) {
        super(msg, cause);
    }

    public JSONException(Throwable cause) {
        super((cause == null ? null : cause.toString()), cause);
    }
}
