namespace Mlops.Registry.Risk;

/// <summary>Which floors a context sets, which exemptions count, and what is refused.</summary>
internal static class RiskFloors
{
    public static (IReadOnlyList<RiskRaise> Demanded, IReadOnlyList<string> Notes) Demanded(
        IReadOnlyList<RiskFloor> floors,
        RiskContext context
    )
    {
        var notes = new List<string>();
        var uses = Uses(context, notes);
        var demanded = new List<RiskRaise>();
        foreach (var floor in floors)
        {
            demanded.AddRange(
                floor.Trigger switch
                {
                    RiskTrigger.HealthData => context.UsesHealthData ? [Raise(floor, "it uses health data")] : [],
                    RiskTrigger.AnnexThreeUse => uses.Select(use =>
                        Raise(floor, $"it is used in {RiskWords.Of(use)} (point {(int)use})")
                    ),
                    _ => throw new ArgumentException(
                        $"A floor has the trigger {floor.Trigger}, which is none of the enumeration.",
                        nameof(floors)
                    ),
                }
            );
        }

        return (demanded, notes);
    }

    public static string Refusal(ProhibitedPractice practice) =>
        Enum.IsDefined(practice)
            ? $"It is refused: {RiskWords.Of(practice)} is prohibited by Regulation (EU) 2024/1689, article 5(1)({(char)('a' + (int)practice - 1)})."
            : throw new ArgumentException(
                $"{practice} is no prohibited practice of the enumeration.",
                nameof(practice)
            );

    private static List<AnnexThreeArea> Uses(RiskContext context, List<string> notes)
    {
        var uses = new List<AnnexThreeArea>();
        foreach (var use in context.AnnexThreeUses.Distinct().Order())
        {
            if (!Enum.IsDefined(use))
            {
                throw new ArgumentException($"{use} is no area of Annex III.", nameof(context));
            }

            var exemption = context.Exemptions.FirstOrDefault(exemption => exemption.Area == use);
            if (exemption is null || !Counts(exemption, context, notes))
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    private static bool Counts(AnnexThreeExemption exemption, RiskContext context, List<string> notes)
    {
        var which = $"The exemption of the use in {RiskWords.Of(exemption.Area)} by article 6(3)";
        if (context.ProfilesNaturalPersons)
        {
            notes.Add($"{which} does not count: what profiles natural persons is never exempt.");
            return false;
        }

        if (
            !Enum.IsDefined(exemption.Ground)
            || string.IsNullOrWhiteSpace(exemption.Reason)
            || string.IsNullOrWhiteSpace(exemption.DeclaredBy)
        )
        {
            notes.Add($"{which} does not count: it needs one of the four grounds, a reason, and who declares it.");
            return false;
        }

        var letter = (char)('a' + (int)exemption.Ground - 1);
        notes.Add(
            FormattableString.Invariant(
                $"{which}({letter}), {RiskWords.Of(exemption.Ground)}, was declared by {exemption.DeclaredBy} on {exemption.DeclaredAt.UtcDateTime:yyyy-MM-dd}: {exemption.Reason}"
            )
        );
        return true;
    }

    private static RiskRaise Raise(RiskFloor floor, string why)
    {
        var from = floor.ObligationsFrom is { } date
            ? FormattableString.Invariant($"; its obligations apply from {date.UtcDateTime:yyyy-MM-dd}")
            : "";
        return new RiskRaise(
            floor.Minimum,
            Raised: false,
            $"It is at least {RiskWords.Of(floor.Minimum)} because {why}: {floor.Basis}{from}."
        );
    }
}
