"""Spanish: whom a verb marks, parts in an aside, others besides, the hurt who died elsewhere, asides that count."""

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Una bomba estalló el viernes en Bria. Quince personas, cuatro de ellas menores, quedaron heridas.", None, 15),
        ("Pistoleros mataron el viernes en Bria al tesorero y a su chofer.", 2, None),
        ("Hombres armados asaltaron el viernes una granja en Bria y mataron al capataz.", 1, None),
        (
            "Irrumpieron el viernes en un hotel de Bria y mataron a 20 huéspedes, sin contar a los dos atacantes.",
            22,
            None,
        ),
        ("Asaltaron el viernes un hotel en Bria. Murieron siete personas, además de los tres asaltantes.", 10, None),
        (
            "Tres guardias murieron el viernes en Bria al estallar una mina. Un cuarto agente, evacuado con heridas "
            "graves, falleció el sábado en Gao.",
            4,
            None,
        ),
        ("Un comando mató el viernes en Bria a nueve presos. Un guardia fue herido y murió horas después.", 10, None),
        ("Una bomba estalló el viernes en Bria; medio centenar sufrieron heridas y dos soldados murieron.", 2, 50),
        ("El frente, al que se atribuyen 34 muertes desde 2008, atacó el viernes Bria e hirió a un guardia.", None, 1),
        ("Murieron doce soldados el viernes en Bria al hacerse estallar un atacante junto a un autobús.", 13, None),
    ],
)
def test_who_was_killed_and_wounded(reading: Read, text: str, killed: int | None, wounded: int | None) -> None:
    (one,) = reading(text, "es").incidents
    assert (one.killed.low if one.killed else None, one.wounded.low if one.wounded else None) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Dos torres de alta tensión fueron derribadas el viernes con dinamita en Bria.", "carried_out"),
        ("La defensa aérea derribó el viernes tres drones sobre Bria.", "foiled"),
    ],
)
def test_what_falls_is_foiled_only_if_it_flew(reading: Read, text: str, status: str) -> None:
    (one,) = reading(text, "es").incidents
    assert one.status == status


def test_what_a_volcano_did_is_no_part_of_an_incident(reading: Read) -> None:
    text = "La policía mató el viernes en Bria a dos ladrones. El volcán, en Gao, ha dejado 110 fallecidos."
    (one,) = reading(text, "es").incidents
    assert one.killed is not None
    assert one.killed.low == 2
