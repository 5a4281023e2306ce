namespace Mlops.Statistics.Moments;

/// <summary>The moments of the finite values. What can't be computed from the data is NaN, and <see cref="Status"/> says why.</summary>
public sealed record MomentsResult
{
    /// <summary>How many finite values there are; everything else rests on them alone.</summary>
    public required long Count { get; init; }

    /// <summary>How many values were NaN.</summary>
    public required long MissingCount { get; init; }

    /// <summary>How many values were infinite.</summary>
    public required long InfiniteCount { get; init; }

    /// <summary>The arithmetic mean, in the values' unit. NaN without values.</summary>
    public required double Mean { get; init; }

    /// <summary>The unbiased estimate Σ(x - mean)² / (n - 1), in the unit squared. NaN below two values.</summary>
    public required double SampleVariance { get; init; }

    /// <summary>Σ(x - mean)² / n, in the unit squared. NaN without values.</summary>
    public required double PopulationVariance { get; init; }

    /// <summary>The square root of <see cref="SampleVariance"/>, in the values' unit.</summary>
    public double SampleStandardDeviation => Math.Sqrt(SampleVariance);

    /// <summary>The population skewness g₁ = m₃ / m₂^(3/2), without correction for bias. NaN for constant values.</summary>
    public required double Skewness { get; init; }

    /// <summary>The population excess kurtosis g₂ = m₄ / m₂² - 3, 0 for a normal distribution, without correction for bias. NaN for constant values.</summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>The least finite value. NaN without values.</summary>
    public required double Minimum { get; init; }

    /// <summary>The greatest finite value. NaN without values.</summary>
    public required double Maximum { get; init; }

    /// <summary>
    /// <see cref="ResultStatus.Empty"/> without rows, <see cref="ResultStatus.AllMissing"/>, <see cref="ResultStatus.Infinite"/> when
    /// infinite values were left out, <see cref="ResultStatus.TooFewRows"/> for one value, <see cref="ResultStatus.Constant"/>, or
    /// <see cref="ResultStatus.Undefined"/> when a power of the deviations is beyond the range of a double. Otherwise <see cref="ResultStatus.Ok"/>.
    /// </summary>
    public required ResultStatus Status { get; init; }
}
