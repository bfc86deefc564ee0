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

/** Reads a YAML or JSON file, by its extension. */
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
        String text = text(file);
        try (JsonParser parser = (json(file) ? JSON : YAML).createParser(text)) {
            return new Tree(file.toString(), parser).read();
        } catch (JsonProcessingException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw new DocumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean json(Path file) {
        return file.toString().endsWith(".json");
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DocumentException(file + " is larger than 1 MB, and Marathon takes no more");
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

    private static DocumentException unreadable(Path file, JsonProcessingException e) {
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        Place place = new Place(file.toString(), location.getLineNr(), location.getColumnNr(), "");
        return place.error("this is not " + (json(file) ? "JSON" : "YAML") + ": " + problem(e));
    }

    private static String problem(JsonProcessingException e) {
        return e.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : e.getOriginalMessage();
    }
}
