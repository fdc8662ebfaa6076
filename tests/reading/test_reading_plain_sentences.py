"""One plain sentence for each way news tells of an act: its type and status, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report

SENTENCES = {
    "en": """
armed_attack carried_out | Gunmen opened fire on a bus near Maiduguri, Nigeria, on Monday.
armed_attack carried_out | Two policemen were stabbed in Jerusalem on Monday.
armed_attack carried_out | Attackers hacked five villagers to death in Beni on Monday.
armed_attack carried_out | A judge was gunned down outside her home in Medellin on Monday.
armed_attack carried_out | Militants beheaded three fishermen in Cabo Delgado on Monday.
armed_attack carried_out | A mayor was shot and wounded in Guerrero, Mexico, on Monday.
armed_attack carried_out | Bandits raided a village in Zamfara on Monday and killed nine people.
armed_attack carried_out | Rebels ambushed an army convoy near Goma on Monday.
armed_attack carried_out | A mob lynched two men in Port-au-Prince on Monday.
armed_attack carried_out | Soldiers fired on protesters in Khartoum on Monday, killing four.
armed_attack carried_out | A man drove a car into a crowd in Berlin on Monday.
armed_attack carried_out | Fighters stormed a prison in Hasakah on Monday.
armed_attack carried_out | The army executed 12 villagers in Sagaing on Monday.
armed_attack carried_out | Pirates boarded a tanker off Lagos on Monday.
bombing carried_out | A car bomb went off in Mogadishu on Monday.
bombing carried_out | A suicide attacker detonated his vest in Peshawar on Monday.
bombing carried_out | A landmine blew up under a lorry near Bamako on Monday.
bombing carried_out | An explosive device planted by the road killed two soldiers in Arish on Monday.
bombing carried_out | Two blasts rocked Kabul on Monday.
bombing carried_out | A grenade was thrown into a bar in Bujumbura on Monday.
bombing carried_out | A parcel bomb exploded at an office in Athens on Monday.
bombing carried_out | Saboteurs dynamited an oil pipeline in Arauca on Monday.
bombing carried_out | A roadside bomb hit a patrol in Diyala on Monday.
bombing carried_out | A booby-trapped motorbike exploded in Yala on Monday.
shelling carried_out | Mortar fire killed two in Donetsk on Monday.
shelling carried_out | Rockets landed in Sderot on Monday.
shelling carried_out | Artillery pounded Kharkiv on Monday.
shelling carried_out | A missile slammed into a flat in Kramatorsk on Monday.
shelling carried_out | Houthi fighters fired a ballistic missile at Riyadh on Monday.
shelling carried_out | Shells rained down on Aleppo on Monday.
air_strike carried_out | Warplanes bombed a market in Taiz on Monday.
air_strike carried_out | A drone struck a fuel depot in Ryazan on Monday.
air_strike carried_out | An air raid killed ten in Idlib on Monday.
air_strike carried_out | Helicopters strafed a village in Sagaing on Monday.
air_strike carried_out | Jets hit targets near Damascus on Monday.
abduction carried_out | Gunmen seized 30 pupils in Kaduna on Monday.
abduction carried_out | A French journalist was kidnapped in Gao on Monday.
abduction carried_out | Two engineers were taken hostage in Agadez on Monday.
abduction carried_out | Armed men carried off a priest in Bamenda on Monday.
abduction carried_out | Militants abducted eight women in Djibo on Monday.
sabotage carried_out | Rebels torched three schools in Pattani on Monday.
sabotage carried_out | Vandals looted a clinic in Bentiu on Monday.
sabotage carried_out | Arsonists burned down a church in Santiago on Monday.
sabotage carried_out | Attackers set fire to a police station in Yangon on Monday.
arrest_raid carried_out | Police arrested six suspects in Garissa on Monday.
arrest_raid carried_out | Security forces rounded up 20 people in Cairo on Monday.
arrest_raid carried_out | Soldiers raided a hideout in Mosul on Monday and detained two men.
arrest_raid carried_out | Police seized a cache of weapons in Marseille on Monday.
protest carried_out | Thousands of people marched in Algiers on Monday.
protest carried_out | Demonstrators gathered in Tahrir Square in Cairo on Monday.
riot carried_out | Rioters threw stones at police in Belfast on Monday.
riot carried_out | Protesters clashed with police in Dakar on Monday.
armed_clash carried_out | Soldiers and rebels exchanged fire near Goma on Monday.
armed_clash carried_out | Fighting broke out between the army and M23 in Masisi on Monday.
armed_clash carried_out | Government troops clashed with militants in Marib on Monday.
sexual_violence carried_out | Soldiers raped three women in Bentiu on Monday.
bombing foiled | Police defused a bomb at a station in Milan on Monday.
air_strike foiled | Air defences shot down two drones over Erbil on Monday.
shelling foiled | A rocket fired at Haifa was intercepted on Monday.
bombing foiled | A bomb failed to explode at a mosque in Bayonne on Monday.
bombing threatened | A bomb threat emptied the airport of Lyon on Monday.
armed_attack threatened | The group threatened on Monday to attack the port of Lamu.
""",
    "fr": """
armed_attack carried_out | Des hommes armés ont ouvert le feu sur un bus près de Gao, au Mali, lundi.
armed_attack carried_out | Deux policiers ont été poignardés à Jérusalem lundi.
armed_attack carried_out | Des assaillants ont égorgé cinq villageois à Beni lundi.
armed_attack carried_out | Une juge a été abattue devant chez elle à Medellin lundi.
armed_attack carried_out | Des rebelles ont tendu une embuscade à un convoi de l'armée près de Goma lundi.
armed_attack carried_out | Une foule a lynché deux hommes à Port-au-Prince lundi.
armed_attack carried_out | Des soldats ont tiré sur des manifestants à Khartoum lundi, faisant quatre morts.
armed_attack carried_out | Un homme a foncé sur la foule à Berlin lundi.
armed_attack carried_out | Un maire a été blessé par balles à Acapulco lundi.
armed_attack carried_out | Une fusillade a fait trois morts à Marseille lundi.
bombing carried_out | Une voiture piégée a explosé à Mogadiscio lundi.
bombing carried_out | Un kamikaze s'est fait exploser à Peshawar lundi.
bombing carried_out | Un camion a sauté sur une mine près de Kidal lundi.
bombing carried_out | Un engin explosif artisanal a tué deux soldats à El-Arich lundi.
bombing carried_out | Deux explosions ont secoué Kaboul lundi.
bombing carried_out | Une grenade a été lancée dans un bar à Bujumbura lundi.
bombing carried_out | Une charge a soufflé la façade d'une perception à Bastia lundi.
bombing carried_out | Un attentat à la bombe a visé un marché de Bagdad lundi.
shelling carried_out | Des tirs de mortier ont tué deux personnes à Donetsk lundi.
shelling carried_out | Des roquettes se sont abattues sur Sderot lundi.
shelling carried_out | L'artillerie a pilonné Kharkiv lundi.
shelling carried_out | Un missile a touché un immeuble à Kramatorsk lundi.
shelling carried_out | Des obus sont tombés sur Alep lundi.
air_strike carried_out | L'aviation a bombardé un marché à Taëz lundi.
air_strike carried_out | Un drone a frappé un dépôt à Riazan lundi.
air_strike carried_out | Un raid aérien a fait dix morts à Idleb lundi.
air_strike carried_out | Des hélicoptères ont mitraillé un village près de Tombouctou lundi.
abduction carried_out | Des hommes armés ont enlevé trente élèves à Kaduna lundi.
abduction carried_out | Un journaliste français a été kidnappé à Gao lundi.
abduction carried_out | Deux ingénieurs ont été pris en otage à Agadez lundi.
sabotage carried_out | Des rebelles ont incendié trois écoles à Pattani lundi.
sabotage carried_out | Des pillards ont saccagé un centre de santé à Bentiu lundi.
sabotage carried_out | Une église a été incendiée à Santiago lundi.
arrest_raid carried_out | La police a arrêté six suspects à Garissa lundi.
arrest_raid carried_out | Un coup de filet a permis l'interpellation de dix personnes à Tunis lundi.
arrest_raid carried_out | Les gendarmes ont saisi des armes à Marseille lundi.
protest carried_out | Des milliers de personnes ont manifesté à Alger lundi.
riot carried_out | Des émeutiers ont affronté la police à Belfast lundi.
armed_clash carried_out | Des combats ont opposé l'armée au M23 à Masisi lundi.
armed_clash carried_out | Soldats et rebelles ont échangé des tirs près de Goma lundi.
armed_clash carried_out | Un accrochage a eu lieu entre l'armée et des jihadistes près de Mopti lundi.
sexual_violence carried_out | Des soldats ont violé trois femmes à Bentiu lundi.
bombing foiled | La police a désamorcé une bombe à la gare de Milan lundi.
air_strike foiled | La défense antiaérienne a abattu deux drones au-dessus d'Erbil lundi.
shelling foiled | Une roquette tirée vers Haïfa a été interceptée lundi.
bombing foiled | Une bombe n'a pas explosé devant une mosquée à Bayonne lundi.
bombing threatened | Une alerte à la bombe a vidé l'aéroport de Lyon lundi.
armed_attack threatened | Le groupe a menacé lundi d'attaquer le port de Lamu.
""",
    "es": """
armed_attack carried_out | Hombres armados abrieron fuego contra un autobús cerca de Maiduguri, Nigeria, el lunes.
armed_attack carried_out | Dos policías fueron apuñalados en Jerusalén el lunes.
armed_attack carried_out | Sicarios acribillaron a un alcalde en Acapulco el lunes.
armed_attack carried_out | Guerrilleros emboscaron a una patrulla en Arauca el lunes.
armed_attack carried_out | Una masacre dejó cinco muertos en Samaniego el lunes.
bombing carried_out | Un coche bomba estalló en Mogadiscio el lunes.
bombing carried_out | Un suicida se inmoló en Peshawar el lunes.
bombing carried_out | Una mina antipersona mató a dos soldados en Tumaco el lunes.
bombing carried_out | Volaron un oleoducto en Arauca el lunes.
bombing carried_out | Lanzaron una granada contra un bar en Cali el lunes.
shelling carried_out | Un ataque con mortero mató a dos personas en Donetsk el lunes.
shelling carried_out | Cohetes cayeron sobre Sderot el lunes.
air_strike carried_out | La aviación bombardeó un mercado en Taiz el lunes.
air_strike carried_out | Un dron atacó un depósito en Riazán el lunes.
abduction carried_out | Hombres armados secuestraron a 30 alumnos en Kaduna el lunes.
abduction carried_out | Un periodista fue secuestrado en Culiacán el lunes.
sabotage carried_out | Quemaron tres autobuses en Celaya el lunes.
sabotage carried_out | Encapuchados incendiaron una iglesia en Santiago el lunes.
arrest_raid carried_out | La policía detuvo a seis sospechosos en Ceuta el lunes.
arrest_raid carried_out | El ejército capturó a dos cabecillas en Tumaco el lunes.
protest carried_out | Miles de personas marcharon en Bogotá el lunes.
riot carried_out | Manifestantes se enfrentaron a la policía en Lima el lunes.
armed_clash carried_out | El ejército y el ELN combatieron en Arauca el lunes.
armed_clash carried_out | Un enfrentamiento entre policías y pandilleros dejó tres muertos en Soyapango el lunes.
sexual_violence carried_out | Soldados violaron a tres mujeres en Bentiu el lunes.
bombing foiled | La policía desactivó una bomba en la estación de Milán el lunes.
air_strike foiled | La defensa aérea derribó dos drones sobre Erbil el lunes.
armed_attack threatened | El grupo amenazó el lunes con atacar el puerto de Lamu.
""",
}
CASES = [
    (language, *head.split(), text.strip())
    for language, lines in SENTENCES.items()
    for head, _, text in (line.partition("|") for line in lines.strip().splitlines())
]


@pytest.mark.parametrize(("language", "event_type", "status", "text"), CASES)
def test_a_plain_sentence_tells_one_incident(language: str, event_type: str, status: str, text: str) -> None:
    (one,) = read_report(Report("r", "s", "s", language, "", text, date(2021, 3, 12)))[1]
    assert (one.event_type, one.status) == (event_type, status)
