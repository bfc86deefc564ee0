package io.cerebro.local.marathon;

/** What answers below one path. */
interface Resource {
    Refusal METHOD_NOT_ALLOWED = Refusal.of(405, "Method Not Allowed");

    /** @throws Refusal to say no */
    Reply answer(Call call);
}
