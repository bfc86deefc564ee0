package io.cerebro.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.realm.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageBuildTest {
    private static final ImageName NAME = ImageName.of("127.0.0.1:5000/shop/orders");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:5000/orders",
                "localhost/orders",
                "registry.example.com/a/b_c/d-e",
                "registry:5000/a__b",
                "example.com:443/a.b"
            })
    void takesNamesWithTheirRegistry(String name) {
        assertThat(ImageName.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "shop/orders",
                "127.0.0.1:5000/",
                "127.0.0.1:5000/Orders",
                "127.0.0.1:5000/orders:v2",
                "127.0.0.1:5000/orders@sha256:0",
                "127.0.0.1:5000/a b",
                "--help.x/orders ",
                "http://registry/orders"
            })
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> ImageName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'" + name + "' is not an image's name: it begins with its registry and has lower-case letters,"
                                + " digits, '.', '_' and '-' after it, such as 127.0.0.1:5000/shop/orders, and no tag");
    }

    @Test
    void refusesATagThatIsNone() {
        assertThatThrownBy(() -> ImageBuild.of(Path.of("."), NAME, "feature/x"))
                .hasMessage(
                        "'feature/x' is not an image's tag: it has 1 to 128 letters, digits, '_', '.' and '-', and begins"
                                + " with none of the last two");
    }

    @Test
    void refusesOptionsThatDockerWouldMisread() {
        assertThatThrownBy(() -> BuildOptions.NONE.withArg("A=B", ""))
                .hasMessage("'A=B' is not a build argument's name; one is VERSION");
        assertThatThrownBy(() -> BuildOptions.NONE.withTarget("--pull"))
                .hasMessage("'--pull' is not a build stage; one is build");
        assertThatThrownBy(() -> BuildOptions.NONE.withLabel("a b", ""))
                .hasMessage("'a b' is not a label's name; one is com.example.team");
        assertThatThrownBy(() -> BuildOptions.NONE.withPlatform("amd64"))
                .hasMessage("'amd64' is not a platform; one is linux/amd64");
    }

    @Test
    void hidesSecretArguments() {
        assertThat(BuildOptions.NONE.withSecretArg("TOKEN", Secret.of("s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void readsAPinnedImageBack() {
        String reference = NAME + "@sha256:" + "0123456789abcdef".repeat(4);
        assertThat(PinnedImage.of(reference)).hasToString(reference);
        assertThatThrownBy(() -> PinnedImage.of(NAME + ":v2"))
                .hasMessage("'" + NAME + ":v2' is not pinned: give the image by its digest, such as"
                        + " 127.0.0.1:5000/shop/orders@sha256:…");
        assertThatThrownBy(() -> PinnedImage.of(NAME + "@sha256:12"))
                .hasMessage("a digest is 'sha256:' and 64 lower-case hexadecimal digits, not 'sha256:12'");
    }
}
