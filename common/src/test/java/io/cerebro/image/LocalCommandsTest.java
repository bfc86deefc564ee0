package io.cerebro.image;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class LocalCommandsTest {
    private final LocalCommands commands = new LocalCommands();
    private final List<String> output = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void mergesBothOutputsLineByLine() throws Exception {
        int exit =
                commands.run(command("sh", "-c", "echo one; echo two >&2; printf 'three\\rfour'; exit 7"), output::add);
        assertThat(exit).isEqualTo(7);
        assertThat(output).containsExactly("one", "two", "three", "four");
    }

    @Test
    void readsMoreThanAnybodyWaitsFor() throws Exception {
        assertThat(commands.run(command("seq", "50000"), output::add)).isZero();
        assertThat(output).hasSize(50_000).endsWith("50000");
    }

    @Test
    void givesItsInputItsEnvironmentAndItsDirectory() throws Exception {
        var command = new Commands.Command(
                List.of("sh", "-c", "cat; echo; echo $NAME; pwd"),
                directory,
                Map.of("NAME", "orders"),
                Optional.of("secret"));
        assertThat(commands.run(command, output::add)).isZero();
        assertThat(output)
                .containsExactly("secret", "orders", directory.toRealPath().toString());
        assertThat(command.toString()).doesNotContain("secret", "orders");
    }

    @Test
    void usesNoShell() throws Exception {
        commands.run(command("echo", "$HOME", ";", "*"), output::add);
        assertThat(output).containsExactly("$HOME ; *");
    }

    @Test
    void endsTheWholeProcessTreeWhenInterrupted() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        var running = new FutureTask<>(
                () -> commands.run(command("sh", "-c", "sleep 1000 & echo $!; echo $$; wait"), lines::add));
        Thread thread = new Thread(running);
        thread.start();
        long[] processes = {Long.parseLong(lines.take()), Long.parseLong(lines.take())};
        thread.interrupt();
        assertThatThrownBy(() -> running.get(10, SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Arrays.stream(processes).mapToObj(ProcessHandle::of).flatMap(Optional::stream))
                .allSatisfy(process -> process.onExit().get(10, SECONDS));
    }

    @Test
    void tellsACommandThatIsNotThereFromADirectoryThatIsNotThere() {
        assertThatThrownBy(() -> commands.run(command("no-such-command"), output::add))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-command");
        var elsewhere = new Commands.Command(List.of("true"), directory.resolve("gone"), Map.of(), Optional.empty());
        assertThatThrownBy(() -> commands.run(elsewhere, output::add))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    private Commands.Command command(String... words) {
        return new Commands.Command(List.of(words), directory, Map.of(), Optional.empty());
    }
}
