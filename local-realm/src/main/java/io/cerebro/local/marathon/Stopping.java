package io.cerebro.local.marathon;

/** Ends all of an app's instances. */
final class Stopping implements Work {
    private final Books books;
    private final Tasks tasks;
    private final Events events;

    Stopping(Books books, Tasks tasks, Events events) {
        this.books = books;
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    public boolean advance(Deployment deployment, Action action) {
        Progress progress = deployment.of(action);
        Spec spec = deployment.plan.before().get(action.app());
        if (!progress.begun && spec != null) {
            progress.begun = true;
            events.healthChecksRemoved(spec);
            books.instances().of(action.app()).forEach(instance -> {
                progress.ending.add(instance.id);
                tasks.end(instance);
            });
        }
        boolean over = progress.ending.stream()
                .noneMatch(id -> books.instances().find(id).isPresent());
        if (over) {
            events.appTerminated(action.app());
            if (spec != null) {
                books.backoff().reset(spec);
            }
        }
        return over;
    }
}
