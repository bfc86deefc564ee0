package io.cerebro.local.marathon;

/** What answers below one path. */
interface Resource {
    Refusal METHOD_NOT_ALLOWED = Refusal.of(405, "Method Not Allowed");

    /** The answer, unless it is a {@link Refusal}. */
    Reply answer(Call call);
}
