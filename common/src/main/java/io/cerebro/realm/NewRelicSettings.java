package io.cerebro.realm;

import java.net.URI;

/**
 * The New Relic that is told when a version begins to serve.
 *
 * @param url of its GraphQL API, NerdGraph
 * @param key of a user, which may create change markers
 * @param application its name there, in which {@code {service}} and {@code {realm}} are filled in, or its GUID
 */
public record NewRelicSettings(URI url, Secret key, String application) {
    /** That of accounts in the United States. */
    public static final URI NERDGRAPH = URI.create("https://api.newrelic.com/graphql");

    /** The service's id without the slash that it begins with. */
    public static final String APPLICATION = "{service}";

    public NewRelicSettings {
        if (!url.toString().matches("https?://[^/@\\s?#]+(?:/[^@\\s?#]*)?")) {
            throw new IllegalArgumentException("url must be one of NerdGraph, such as " + NERDGRAPH
                    + ", without user name and password, but is '" + url + "'");
        }
        if (!application.matches("[^'\\\\\\p{Cntrl}]{1,200}")) {
            throw new IllegalArgumentException(
                    "application must be a name, such as 'shop {service}', or a GUID, without quotes and backslashes");
        }
    }
}
