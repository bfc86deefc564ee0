[#ftl output_format='HTML' auto_esc=true]
<html>
<head>
    <title>[@ww.text name='cerebro.admin.title'/]</title>
    <meta name="decorator" content="adminpage">
    <meta name="adminCrumb" content="cerebroRealms">
</head>
<body>
    <h1>[@ww.text name='cerebro.admin.title'/]</h1>
    <p>[@ww.text name='cerebro.admin.about'/]</p>
[#if problem?has_content]
    [@ui.messageBox type='error']${problem}[/@ui.messageBox]
[/#if]
[#if saved]
    [@ui.messageBox type='success'][@ww.text name='cerebro.admin.saved'/][/@ui.messageBox]
[/#if]
[#list troubles as trouble]
    [@ui.messageBox type='error']${trouble}[/@ui.messageBox]
[/#list]
[#list answers as answer]
    [@ui.messageBox type='success']${answer}[/@ui.messageBox]
[/#list]
    [@ww.form action='saveCerebroRealms' namespace='/admin' submitLabelKey='global.buttons.update' cancelUri='/admin/cerebroRealms.action']
        [@ww.textarea labelKey='cerebro.admin.realms' descriptionKey='cerebro.admin.realms.description' name='realms' rows='30' cssClass='full-width-field'/]
    [/@ww.form]
    [@ww.form action='testCerebroRealms' namespace='/admin' submitLabelKey='cerebro.admin.test' cancelUri='/admin/cerebroRealms.action']
        [@ww.textfield labelKey='cerebro.admin.realm' descriptionKey='cerebro.admin.realm.description' name='realm' required='true' cssClass='long-field'/]
        [@ww.textfield labelKey='cerebro.admin.service' descriptionKey='cerebro.admin.service.description' name='service' cssClass='long-field'/]
    [/@ww.form]
</body>
</html>
