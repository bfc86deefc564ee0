package io.cerebro.realm;

/** How a realm's router is reached. */
public sealed interface RouterAccess permits HaproxyAccess, QubitBambooAccess, ConsulTemplateAccess {
    /** By which a request asks for a canary. */
    String canaryHeader();
}
