package io.cerebro.contract;

/** A chapter of the contract. Its tests carry the numbers of the behaviours in {@code docs/marathon-contract.md}. */
interface Contract {
    Subject subject();

    Ground ground();

    Heard heard();
}
