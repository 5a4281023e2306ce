namespace Mlops.Data.Quality.Outliers;

/// <summary>How outliers are told.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record OutlierOptions
{
    /// <summary>The default options.</summary>
    public static OutlierOptions Default { get; } = new();

    /// <summary>What lies far out.</summary>
    /// <value>The default is <see cref="OutlierMethod.InterquartileRange"/>.</value>
    public OutlierMethod Method { get; init; }

    /// <summary>k of Tukey's fences, positive.</summary>
    /// <value>The default is 1.5; Tukey calls what lies beyond 3 "far out".</value>
    public double InterquartileFactor { get; init; } = 1.5;

    /// <summary>The largest |z| that is no outlier, positive.</summary>
    /// <value>The default is 3.</value>
    public double ZScoreLimit { get; init; } = 3;

    /// <summary>The largest |modified z| that is no outlier, positive.</summary>
    /// <value>The default is 3.5, as Iglewicz and Hoaglin recommend.</value>
    public double RobustZScoreLimit { get; init; } = 3.5;

    /// <summary>The two-sided level of the intervals of shares, in (0,1).</summary>
    /// <value>The default is 0.90.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    /// <summary>The first rows that are kept of each column, from 0 to 1,000.</summary>
    /// <value>The default is 10.</value>
    public int MaximumExamples { get; init; } = 10;

    internal double Limit =>
        Method switch
        {
            OutlierMethod.InterquartileRange => InterquartileFactor,
            OutlierMethod.ZScore => ZScoreLimit,
            _ => RobustZScoreLimit,
        };

    internal void Check()
    {
        if (!Enum.IsDefined(Method))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Method),
                Method,
                $"{(int)Method} is not an {nameof(OutlierMethod)}."
            );
        }

        OptionChecks.Positive(InterquartileFactor);
        OptionChecks.Positive(ZScoreLimit);
        OptionChecks.Positive(RobustZScoreLimit);
        OptionChecks.Level(ConfidenceLevel);
        OptionChecks.Count(MaximumExamples, 0, 1000);
    }
}
