package io.cerebro.gate.study;

import java.util.Arrays;
import java.util.List;

/**
 * What a study varies.
 *
 * @param runs of each cell
 * @param warmUp seconds in which the stable app is seen before the canary has its share, as while it is isolated
 * @param share of the canary, from 0 to 1
 * @param canary error rates that a canary has whatever the stable app does, from 0 to 1
 * @param rates requests a second
 * @param stable error rates of the stable app, from 0 to 1
 * @param multiples of them that the canary has
 */
record Options(
        long seed,
        int runs,
        int minutes,
        int warmUp,
        double share,
        List<Double> canary,
        List<Double> rates,
        List<Double> stable,
        List<Double> multiples) {
    private static final List<String> NAMES = List.of(
            "--seed", "--runs", "--minutes", "--warm-up", "--share", "--canary", "--rates", "--stable", "--multiples");

    /** @throws IllegalArgumentException for an option that is none */
    static Options of(String... args) {
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("there is no option '" + args[i]
                        + "', or its value is missing; there are " + String.join(", ", NAMES));
            }
        }
        return new Options(
                Long.parseLong(option(args, "--seed", "1")),
                Integer.parseInt(option(args, "--runs", "1000")),
                Integer.parseInt(option(args, "--minutes", "30")),
                Integer.parseInt(option(args, "--warm-up", "10")),
                percents(option(args, "--share", "10")).get(0),
                percents(option(args, "--canary", "5")),
                numbers(option(args, "--rates", "5,20,100,1000")),
                percents(option(args, "--stable", "0,0.1,1")),
                numbers(option(args, "--multiples", "1,1.5,2,5,10,100")));
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 ? otherwise : args[at + 1];
    }

    private static List<Double> percents(String text) {
        return numbers(text).stream().map(percent -> percent / 100).toList();
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Double::valueOf).toList();
    }
}
