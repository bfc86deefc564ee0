package io.cerebro.realm;

import io.cerebro.document.Section;
import io.cerebro.document.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how a realm's Marathon, registry and router are reached, and by which secrets. */
final class AccessReader {
    private static final String LOCAL_REGISTRY = "127.0.0.1:5000";
    private static final String HAPROXY = "haproxy";
    private static final String QUBIT_BAMBOO = "qubit-bamboo";
    private static final String CONSUL_TEMPLATE = "consul-template";
    private static final String MARATHON_LB = "marathon-lb";
    private static final String[] CHRONOS = {"urls", "credentials", "username", "password", "token", "certificate", "ca"
    };
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Path directory;
    private final Function<String, Login> kept;

    /** @param kept logins that a build server keeps, by name */
    AccessReader(Path directory, Function<String, Login> kept) {
        this.directory = directory;
        this.kept = kept;
    }

    MarathonAccess marathon(Section realm, Optional<LocalRealmSettings> local) {
        Section marathon = realm.section(
                "marathon", "urls", "credentials", "username", "password", "token", "certificate", "ca", "agentPort");
        List<URI> urls = marathon.list("urls")
                .map(items -> items.stream().map(AccessReader::url).toList())
                .or(() -> local.map(AccessReader::url))
                .orElseThrow(() -> realm.has("marathon")
                        ? marathon.missing("urls", "[http://marathon.example.com:8080]")
                        : realm.missing(
                                "marathon",
                                "{urls: [http://marathon.example.com:8080]}; or give it a local realm, local: {}"));
        int agentPort = marathon.integer("agentPort", 1, 65_535)
                .or(() -> local.map(LocalRealmSettings::agentPort))
                .orElse(MarathonAccess.AGENT_PORT);
        Optional<Login> login = login(marathon);
        Optional<Path> authorities = marathon.text("ca").map(directory::resolve);
        return marathon.checked(() -> new MarathonAccess(urls, login, authorities, agentPort));
    }

    /** The login and the authorities of another system, under the same keys as Marathon's. */
    HttpAccess http(Section section, URI url) {
        return new HttpAccess(url, login(section), section.text("ca").map(directory::resolve));
    }

    private static URI url(Value value) {
        return Section.made(value, () -> MarathonAccess.url(Section.text(value)));
    }

    private static List<URI> url(LocalRealmSettings local) {
        return List.of(URI.create("http://" + local.address() + ":" + local.marathonPort()));
    }

    Optional<Registry> registry(Section realm, Optional<LocalRealmSettings> local) {
        if (!realm.has("registry")) {
            return local.map(here -> new Registry(LOCAL_REGISTRY, Optional.empty()));
        }
        Section registry = realm.section("registry", "address", "credentials", "username", "password");
        String address = registry.text("address").orElseThrow(() -> registry.missing("address", LOCAL_REGISTRY));
        Optional<Login.Password> login = password(registry);
        return Optional.of(registry.checked(() -> new Registry(address, login)));
    }

    private Optional<Login> login(Section section) {
        Optional<Secret> token = section.value("token").map(this::secret);
        if (token.isPresent() && section.has("credentials")) {
            throw section.place().errorOfKey("has credentials and a token: give it one of them");
        }
        Optional<Login> kept = kept(section);
        Optional<Login.Password> password = written(section);
        if (token.isPresent() && password.isPresent()) {
            throw section.place().errorOfKey("has a token and a password: give it one of them");
        }
        Optional<Login> login = kept.or(() -> password).or(() -> token.map(Login.Token::new));
        if (login.isPresent() && section.has("certificate")) {
            throw section.place().errorOfKey("has a certificate, and another login, too: give it one of them");
        }
        return login.or(() -> section.value("certificate").map(this::certificate));
    }

    private Login certificate(Value value) {
        Section certificate = Section.of(value, "file", "password");
        Path file = directory.resolve(
                certificate.text("file").orElseThrow(() -> certificate.missing("file", "cerebro.p12")));
        Secret password = certificate
                .value("password")
                .map(this::secret)
                .orElseThrow(() -> certificate.missing("password", "{env: PASSWORD} or {file: /run/secrets/password}"));
        return new Login.CertificateFile(file, password);
    }

    /** That a build server keeps, whatever it is. */
    private Optional<Login> kept(Section section) {
        if (section.has("credentials") && (section.has("username") || section.has("password"))) {
            throw section.place().errorOfKey("has credentials, and a user name or password, too: give it one of them");
        }
        return section.text("credentials").map(name -> section.checked(() -> kept.apply(name)));
    }

    /** What {@code docker login} takes. */
    private Optional<Login.Password> password(Section section) {
        Optional<Login> kept = kept(section);
        if (kept.isPresent() && !(kept.get() instanceof Login.Password)) {
            throw section.place().errorOfKey("has credentials that are no username with password");
        }
        return kept.map(Login.Password.class::cast).or(() -> written(section));
    }

    private Optional<Login.Password> written(Section section) {
        Optional<String> username = section.text("username");
        Optional<Secret> password = section.value("password").map(this::secret);
        if (username.isPresent() && password.isEmpty()) {
            throw section.missing("password", "{env: PASSWORD} or {file: /run/secrets/password}");
        }
        if (username.isEmpty() && password.isPresent()) {
            throw section.missing("username", "cerebro");
        }
        return username.flatMap(
                name -> password.map(secret -> section.checked(() -> new Login.Password(name, secret))));
    }

    /**
     * A secret that is all there is to say, such as an API key: a reference, or the token or password that a build server keeps.
     *
     * @throws io.cerebro.document.DocumentException unless there is one of the two
     */
    Secret secret(Section section, String key, String example) {
        if (section.has(key) && section.has("credentials")) {
            throw section.place().errorOfKey("has credentials, and a " + key + ", too: give it one of them");
        }
        return section.value(key)
                .map(this::secret)
                .or(() -> kept(section).map(login -> secret(section, login)))
                .orElseThrow(() -> section.missing(key, example));
    }

    private static Secret secret(Section section, Login login) {
        if (login instanceof Login.Token token) {
            return token.token();
        }
        if (login instanceof Login.Password password) {
            return password.password();
        }
        throw section.place().errorOfKey("has credentials that are neither a secret text nor a username with password");
    }

    /** A reference; the message about anything else does not repeat it. */
    Secret secret(Value value) {
        if (!(value instanceof Value.Mapping)) {
            throw value.place()
                    .errorOfKey("is written out in this file: say where it is instead, {env: NAME} or {file: /path}");
        }
        Section secret = Section.of(value, "env", "file");
        Optional<String> env = secret.text("env");
        Optional<String> file = secret.text("file");
        if (env.isPresent() == file.isPresent()) {
            throw value.place().errorOfKey("is one of {env: NAME} and {file: /path}");
        }
        if (env.isPresent() && !VARIABLE.matcher(env.get()).matches()) {
            throw value.place().errorOfKey("names no environment variable in env: it has letters, digits and '_'");
        }
        return env.map(Secret::env).orElseGet(() -> Secret.file(directory.resolve(file.orElseThrow())));
    }

    Optional<MesosAccess> mesos(Section realm, Optional<LocalRealmSettings> local) {
        if (!realm.has("mesos")) {
            return Optional.empty();
        }
        Section mesos = realm.section(
                "mesos", "urls", "credentials", "username", "password", "token", "certificate", "ca", "capacity");
        List<URI> urls = mesos.has("urls") || local.isEmpty()
                ? urls(mesos, "[http://mesos1.example.com:5050]")
                : List.of(URI.create(
                        "http://" + local.get().address() + ":" + local.get().agentPort()));
        Optional<Login> login = login(mesos);
        Optional<Path> authorities = mesos.text("ca").map(directory::resolve);
        return Optional.of(mesos.checked(() -> new MesosAccess(
                urls,
                login,
                authorities,
                mesos.choice("capacity", MesosAccess.Policy.class).orElse(MesosAccess.Policy.WARN))));
    }

    Optional<ChronosAccess> chronos(Section realm, Optional<LocalRealmSettings> local) {
        if (!realm.has("chronos")) {
            return Optional.empty();
        }
        return Optional.of(chronosOf(realm.section("chronos", CHRONOS), local));
    }

    /** What stands at {@code chronos} in a realm. */
    ChronosAccess chronos(Value value) {
        return chronosOf(Section.of(value, CHRONOS), Optional.empty());
    }

    private ChronosAccess chronosOf(Section chronos, Optional<LocalRealmSettings> local) {
        List<URI> urls = chronos.has("urls") || local.isEmpty()
                ? urls(chronos, "[http://chronos1.example.com:4400]")
                : List.of(URI.create("http://" + local.get().address() + ":" + ChronosAccess.PORT));
        Optional<Login> login = login(chronos);
        Optional<Path> authorities = chronos.text("ca").map(directory::resolve);
        return chronos.checked(() -> new ChronosAccess(urls, login, authorities));
    }

    Optional<RouterAccess> router(Section realm, Optional<LocalRealmSettings> local) {
        if (!realm.has("router")) {
            return local.map(here -> HaproxyAccess.local(here.haproxyDirectory()));
        }
        Section router = realm.section("router", HAPROXY, QUBIT_BAMBOO, CONSUL_TEMPLATE, MARATHON_LB);
        if (Stream.of(HAPROXY, QUBIT_BAMBOO, CONSUL_TEMPLATE, MARATHON_LB)
                        .filter(router::has)
                        .count()
                > 1) {
            throw router.place().errorOfKey("has several routers: give it one of them");
        }
        if (router.has(QUBIT_BAMBOO)) {
            return Optional.of(qubitBamboo(router.section(QUBIT_BAMBOO, "canaryHeader", "urls", "loadBalancers")));
        }
        if (router.has(CONSUL_TEMPLATE)) {
            return Optional.of(
                    consulTemplate(router.section(CONSUL_TEMPLATE, "canaryHeader", "urls", "token", "loadBalancers")));
        }
        if (router.has(MARATHON_LB)) {
            return Optional.of(marathonLb(router.section(MARATHON_LB, "canaryHeader", "loadBalancers")));
        }
        return Optional.of(haproxy(router.section(HAPROXY, "canaryHeader", "loadBalancers")));
    }

    private HaproxyAccess haproxy(Section haproxy) {
        List<HaproxyAccess.Balancer> balancers = balancers(haproxy, ", maps: /etc/haproxy/maps", this::balancer);
        return haproxy.checked(() -> new HaproxyAccess(canaryHeader(haproxy), balancers));
    }

    private static QubitBambooAccess qubitBamboo(Section bamboo) {
        List<URI> urls = urls(bamboo, "[http://lb1.example.com:8000]");
        List<RenderedHaproxy> balancers = balancers(bamboo, "", AccessReader::rendered);
        return bamboo.checked(() -> new QubitBambooAccess(canaryHeader(bamboo), urls, balancers));
    }

    private ConsulTemplateAccess consulTemplate(Section consul) {
        List<URI> urls = urls(consul, "[http://consul.example.com:8500]");
        Optional<Secret> token = consul.value("token").map(this::secret);
        List<RenderedHaproxy> balancers = balancers(consul, "", AccessReader::rendered);
        return consul.checked(() -> new ConsulTemplateAccess(canaryHeader(consul), urls, token, balancers));
    }

    private static MarathonLbAccess marathonLb(Section marathonLb) {
        List<RenderedHaproxy> balancers = balancers(marathonLb, "", AccessReader::rendered);
        return marathonLb.checked(() -> new MarathonLbAccess(canaryHeader(marathonLb), balancers));
    }

    private static String canaryHeader(Section router) {
        return router.text("canaryHeader").orElse(HaproxyAccess.CANARY_HEADER);
    }

    private static List<URI> urls(Section router, String example) {
        return router.list("urls").orElseThrow(() -> router.missing("urls", example)).stream()
                .map(value -> Section.made(value, () -> RouterAccess.url(Section.text(value))))
                .toList();
    }

    private static <T> List<T> balancers(Section router, String more, Function<Value, T> reader) {
        return router
                .list("loadBalancers")
                .orElseThrow(() ->
                        router.missing("loadBalancers", "[{name: lb1, socket: /run/haproxy/admin.sock" + more + "}]"))
                .stream()
                .map(reader)
                .toList();
    }

    private static RenderedHaproxy rendered(Value value) {
        Section balancer = Section.of(value, "name", "socket");
        return balancer.checked(() -> new RenderedHaproxy(
                balancer.text("name").orElseThrow(() -> balancer.missing("name", "lb1")),
                balancer.text("socket").orElseThrow(() -> balancer.missing("socket", "/run/haproxy/admin.sock"))));
    }

    private HaproxyAccess.Balancer balancer(Value value) {
        Section balancer = Section.of(value, "name", "socket", "maps", "mapFiles");
        return balancer.checked(() -> new HaproxyAccess.Balancer(
                balancer.text("name").orElseThrow(() -> balancer.missing("name", "lb1")),
                balancer.text("socket").orElseThrow(() -> balancer.missing("socket", "/run/haproxy/admin.sock")),
                balancer.text("maps").orElseThrow(() -> balancer.missing("maps", "/etc/haproxy/maps")),
                balancer.text("mapFiles").map(directory::resolve)));
    }
}
