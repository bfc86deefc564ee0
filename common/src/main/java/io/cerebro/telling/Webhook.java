package io.cerebro.telling;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A chat's incoming webhook, as Slack and those that are compatible have it.
 *
 * @param url that is all it takes to write there
 */
record Webhook(Secret url) implements Channel {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String name() {
        return "the webhook";
    }

    @Override
    public boolean tell(Decision decision) throws IOException {
        Optional<String> message = Message.of(decision);
        if (message.isEmpty()) {
            return false;
        }
        String json = MAPPER.createObjectNode().put("text", message.get()).toString();
        String unused = new JsonPost(place(), Map.of()).send(json);
        return true;
    }

    private URI place() throws IOException {
        try {
            String text = url.reveal();
            if (!text.matches("https?://[^/@\\s]+/\\S*")) {
                throw new IOException("its URL is none: it begins with https://, and has no user name");
            }
            return URI.create(text);
        } catch (RealmsException missing) {
            throw new IOException(missing.getMessage(), missing);
        } catch (IllegalArgumentException secret) {
            throw new IOException("its URL is none");
        }
    }
}
