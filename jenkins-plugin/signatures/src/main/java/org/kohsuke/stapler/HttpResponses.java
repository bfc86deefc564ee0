package org.kohsuke.stapler;

import static io.cerebro.signatures.Signatures.compileOnly;

public class HttpResponses {
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {
        public HttpResponseException() {}

        public HttpResponseException(String message) {
            super(message);
        }

        public HttpResponseException(String message, Throwable cause) {
            super(message, cause);
        }

        public HttpResponseException(Throwable cause) {
            super(cause);
        }
    }

    public static HttpResponseException ok() {
        throw compileOnly();
    }

    public static HttpResponseException notFound() {
        throw compileOnly();
    }

    public static HttpResponseException forbidden() {
        throw compileOnly();
    }

    public static HttpResponseException status(int code) {
        throw compileOnly();
    }

    public static HttpResponseException error(int code, String errorMessage) {
        throw compileOnly();
    }

    public static HttpResponseException error(Throwable cause) {
        throw compileOnly();
    }

    public static HttpResponseException error(int code, Throwable cause) {
        throw compileOnly();
    }

    public static HttpResponseException errorWithoutStack(int code, String errorMessage) {
        throw compileOnly();
    }

    public static HttpResponseException redirectViaContextPath(String relative) {
        throw compileOnly();
    }

    public static HttpResponseException redirectViaContextPath(int statusCode, String relative) {
        throw compileOnly();
    }

    public static HttpRedirect redirectTo(String url) {
        throw compileOnly();
    }

    public static HttpRedirect redirectTo(int statusCode, String url) {
        throw compileOnly();
    }

    public static HttpResponse redirectToDot() {
        throw compileOnly();
    }

    public static HttpResponseException redirectToContextRoot() {
        throw compileOnly();
    }

    public static HttpResponse literalHtml(String text) {
        throw compileOnly();
    }

    public static HttpResponse text(String text) {
        throw compileOnly();
    }
}
