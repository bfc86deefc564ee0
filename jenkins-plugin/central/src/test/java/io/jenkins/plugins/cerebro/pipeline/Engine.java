package io.jenkins.plugins.cerebro.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.CpsTransformer;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/** Runs Jenkinsfiles as Pipeline does: compiled to continuations, on one thread, which no step that waits holds. */
final class Engine implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "pipeline"));
    private final Map<String, PipelineScript> vars = new HashMap<>();
    private final Steps steps;
    private final GroovyShell shell;

    /** @param libraries directories with vars */
    Engine(Build build, List<Path> libraries) throws IOException {
        steps = new Steps(build);
        CompilerConfiguration compiler = new CompilerConfiguration();
        compiler.setScriptBaseClass(PipelineScript.class.getName());
        compiler.addCompilationCustomizers(
                new ImportCustomizer().addImports(Library.class.getName()), new CpsTransformer());
        Binding binding = new Binding();
        binding.setVariable(PipelineScript.ENGINE, this);
        binding.setVariable("env", build.environment());
        binding.setVariable("scm", "the repository of the Jenkinsfile");
        shell = new GroovyShell(Engine.class.getClassLoader(), binding, compiler);
        for (Path library : libraries) {
            load(library);
        }
    }

    private void load(Path library) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(library, "*.groovy")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".groovy", "");
                vars.put(name, (PipelineScript) shell.parse(Files.readString(file), "var_" + name + ".groovy"));
            }
        }
    }

    /** Null where none has this name. */
    PipelineScript var(String name) {
        return vars.get(name);
    }

    /** What the pipeline ends with. */
    CompletableFuture<Object> run(String jenkinsfile) {
        Continuable program = new Continuable(shell.parse(jenkinsfile, "WorkflowScript.groovy"));
        Head head = new Head(this, steps, program, 0);
        head.begin();
        return head.end();
    }

    void later(Runnable what) {
        thread.execute(what);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            steps.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
