[@ww.textfield labelKey='cerebro.field.realm' descriptionKey='cerebro.field.realm.description' name='cerebroRealm' required='true' cssClass='long-field'/]
[@ww.textfield labelKey='cerebro.field.service' descriptionKey='cerebro.field.service.description' name='cerebroService' required='true' cssClass='long-field'/]
[@ww.textfield labelKey='cerebro.field.healthyWithin' descriptionKey='cerebro.field.healthyWithin.description' name='cerebroHealthyWithin' cssClass='long-field'/]
