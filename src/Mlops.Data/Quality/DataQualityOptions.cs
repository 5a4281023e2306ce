namespace Mlops.Data.Quality;

/// <summary>How constraints are checked.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record DataQualityOptions
{
    /// <summary>The default options.</summary>
    public static DataQualityOptions Default { get; } = new();

    /// <summary>How a share of rows is held against the share that is tolerated.</summary>
    /// <value>The default is <see cref="ShareJudgement.Interval"/>.</value>
    public ShareJudgement Shares { get; init; }

    /// <summary>The two-sided level of the intervals of shares, in (0,1).</summary>
    /// <value>The default is 0.90, so that Fail and Pass are each wrong at most 5 times in 100. The interval is Clopper and Pearson's.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    /// <summary>The violating rows that are shown of each constraint, from 0 to 1,000.</summary>
    /// <value>The default is 10.</value>
    public int MaximumExamples { get; init; } = 10;

    /// <summary>What time it is, for freshness.</summary>
    /// <value>The default is the system's clock.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (!Enum.IsDefined(Shares))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Shares),
                Shares,
                $"{(int)Shares} is not a {nameof(ShareJudgement)}."
            );
        }

        if (ConfidenceLevel is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(ConfidenceLevel),
                ConfidenceLevel,
                "The level must be in (0,1)."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegative(MaximumExamples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaximumExamples, 1000);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
