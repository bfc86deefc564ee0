package io.cerebro.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML or JSON, by the extension of its name. */
public final class Document {
    private static final JsonFactory YAML = new YAMLFactory();
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    /** Marathon takes no more. */
    public static final long LARGEST = 1 << 20;

    private Document() {}

    /**
     * Reads the whole file.
     *
     * @throws DocumentException if there is no such file, or it is no YAML or JSON, has duplicate keys, or is over 1 MB
     */
    public static Value read(Path file) {
        return read(file.toString(), text(file));
    }

    /**
     * The same of a text, wherever it comes from.
     *
     * @param name for messages; JSON if it ends with {@code .json}, else YAML, of which JSON is a part
     */
    public static Value read(String name, String text) {
        if (text.length() > LARGEST || text.getBytes(UTF_8).length > LARGEST) {
            throw tooLarge(name);
        }
        try (JsonParser parser = (json(name) ? JSON : YAML).createParser(text)) {
            return new Tree(name, parser).read();
        } catch (JsonProcessingException e) {
            throw unreadable(name, e);
        } catch (IOException e) {
            throw new DocumentException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean json(String name) {
        return name.endsWith(".json");
    }

    /**
     * What is in a file.
     *
     * @throws DocumentException if there is no such file, it is over 1 MB, or not in UTF-8
     */
    public static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw tooLarge(file.toString());
            }
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new DocumentException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new DocumentException(file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new DocumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static DocumentException tooLarge(String name) {
        return new DocumentException(name + " is larger than 1 MB, and Marathon takes no more");
    }

    private static DocumentException unreadable(String name, JsonProcessingException e) {
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        Place place = new Place(name, location.getLineNr(), location.getColumnNr(), "");
        return place.error("this is not " + (json(name) ? "JSON" : "YAML") + ": " + problem(e));
    }

    private static String problem(JsonProcessingException e) {
        return e.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : e.getOriginalMessage();
    }
}
