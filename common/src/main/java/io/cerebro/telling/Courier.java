package io.cerebro.telling;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Brings decisions to one channel, in their order and by a thread of its own. What cannot be told is lost, and said once. */
final class Courier {
    private static final int MOST_WAITING = 100;

    private final Channel channel;
    private final Consumer<String> trouble;
    private final ThreadPoolExecutor thread;
    private boolean broken;

    /** @param trouble is told a sentence, mostly by the other thread, where a decision could not be told */
    Courier(Channel channel, Consumer<String> trouble) {
        this.channel = channel;
        this.trouble = trouble;
        this.thread = new ThreadPoolExecutor(
                1, 1, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), Courier::thread);
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cerebro telling");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns at once. */
    void bring(Decision decision) {
        try {
            thread.execute(() -> tell(decision));
        } catch (RejectedExecutionException tooMany) {
            failed("too many decisions wait for it");
        }
    }

    private void tell(Decision decision) {
        try {
            if (channel.tell(decision)) {
                worked();
            }
        } catch (IOException | RuntimeException e) {
            failed(e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString());
        }
    }

    private synchronized void worked() {
        broken = false;
    }

    private synchronized void failed(String why) {
        if (!broken) {
            broken = true;
            trouble.accept("tried to tell " + channel.name() + " but " + why + "; the release goes on");
        }
    }

    /** Lets it go once it has brought what waits. */
    void dismiss() {
        try {
            thread.execute(this::close);
        } catch (RejectedExecutionException tooMany) {
            failed("too many decisions wait for it");
        }
        thread.shutdown();
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    /** Waits so long at most for what is still on its way. */
    void await(Duration longest) throws InterruptedException {
        if (!thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            failed("it takes too long");
        }
    }
}
