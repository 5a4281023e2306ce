namespace Mlops.Registry.Retention;

/// <summary>How long records of a kind must be kept, and why.</summary>
/// <remarks>
/// Periods are in calendar months. They run as EU Regulation 1182/71, article 3, has it: the day of the event is not counted,
/// and the last day is kept to its end, in UTC. Where the last month has no such day, its last day is the end.
/// The presets state what the texts ask for at least; a contract or a state's law may ask for more.
/// </remarks>
public sealed record RetentionClass
{
    private const int MonthsInYear = 12;

    /// <summary>Names a class.</summary>
    /// <param name="name">A short name, such as <c>eu-ai-act-documentation</c>.</param>
    /// <param name="minimumMonths">The least number of calendar months, at least 0; <see langword="null"/> for without end.</param>
    /// <param name="startsFrom">The event from which they run.</param>
    /// <param name="basis">The clause that asks for it.</param>
    /// <exception cref="ArgumentException">The name or the basis is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is negative, or beyond 1,000 years.</exception>
    public RetentionClass(string name, int? minimumMonths, RetentionStart startsFrom, string basis)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(basis);
        if (minimumMonths is < 0 or > 1000 * MonthsInYear)
        {
            throw new ArgumentOutOfRangeException(
                nameof(minimumMonths),
                minimumMonths,
                "A period is 0 to 12,000 months, or null for one without end."
            );
        }

        if (!Enum.IsDefined(startsFrom))
        {
            throw new ArgumentOutOfRangeException(nameof(startsFrom), startsFrom, "It is no event of the enumeration.");
        }

        (Name, MinimumMonths, StartsFrom, Basis) = (name, minimumMonths, startsFrom, basis);
    }

    /// <summary>Technical documentation of a high-risk system: 10 years from its placing on the market (EU AI Act, article 18).</summary>
    public static RetentionClass EuAiActDocumentation { get; } =
        new(
            "eu-ai-act-documentation",
            10 * MonthsInYear,
            RetentionStart.PlacingOnMarket,
            "Regulation (EU) 2024/1689, article 18(1)"
        );

    /// <summary>Logs of a high-risk system: at least 6 months (EU AI Act, articles 19(1) and 26(6)).</summary>
    public static RetentionClass EuAiActLogs { get; } =
        new("eu-ai-act-logs", 6, RetentionStart.Creation, "Regulation (EU) 2024/1689, articles 19(1) and 26(6)");

    /// <summary>Documentation under HIPAA: 6 years from when it was made or was last in effect, whichever is later.</summary>
    /// <remarks>What is last in effect was made before, so that the period runs from there.</remarks>
    public static RetentionClass Hipaa { get; } =
        new("hipaa-documentation", 6 * MonthsInYear, RetentionStart.LastInEffect, "45 CFR 164.316(b)(2)(i)");

    /// <summary>Records of model risk management: without end, until a policy of the house says otherwise.</summary>
    /// <remarks>SR 26-2 (OCC Bulletin 2026-13) wants models documented and inventoried and names no period.</remarks>
    public static RetentionClass Indefinite { get; } =
        new("indefinite", null, RetentionStart.Creation, "SR 26-2 and OCC Bulletin 2026-13, which name no period");

    /// <summary>The class's short name.</summary>
    public string Name { get; }

    /// <summary>The least number of calendar months; <see langword="null"/> for without end.</summary>
    public int? MinimumMonths { get; }

    /// <summary>The event from which they run.</summary>
    public RetentionStart StartsFrom { get; }

    /// <summary>The clause that asks for it.</summary>
    public string Basis { get; }

    /// <summary>The first moment after the period.</summary>
    /// <param name="startedAt">When the event was.</param>
    /// <returns>Midnight, in UTC, after the last day; <see langword="null"/> for a period without end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The end is beyond the year 9999.</exception>
    public DateTimeOffset? EndOf(DateTimeOffset startedAt)
    {
        if (MinimumMonths is not { } months)
        {
            return null;
        }

        var day = new DateTimeOffset(startedAt.UtcDateTime.Date, TimeSpan.Zero);
        return day.AddMonths(months).AddDays(1);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        MinimumMonths is { } months
            ? FormattableString.Invariant($"{Name}: {months} months from {Words(StartsFrom)} ({Basis})")
            : $"{Name}: without end ({Basis})";

    /// <summary>The event in words.</summary>
    internal static string Words(RetentionStart start) =>
        start switch
        {
            RetentionStart.PlacingOnMarket => "placing on the market",
            RetentionStart.LastInEffect => "when it was last in effect",
            _ => "creation",
        };
}
