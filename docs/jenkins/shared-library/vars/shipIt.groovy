/** Ships the service of this repository: shipIt name: 'shop/orders'. */
def call(Map service) {
    def realm = service.realm ?: 'prod'
    def plan
    node {
        checkout scm
        plan = cerebroPlan realm: realm, image: cerebroBuild(realm: realm, name: service.name)
    }
    cerebroRelease plan: plan, percent: service.percent ?: 10
}
