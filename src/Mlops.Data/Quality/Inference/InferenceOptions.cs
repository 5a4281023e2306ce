namespace Mlops.Data.Quality.Inference;

/// <summary>What is inferred from a reference, and with which margins.</summary>
/// <remarks>
/// <para>Every bound of a share is an upper confidence limit at <see cref="Confidence"/> of what the reference shows, plus <see cref="Tolerance"/>:
/// of n values, k of them missing, Clopper and Pearson's limit of the missing share; for a range, the limit of the mass outside the reference's least and
/// largest value, the <see cref="Confidence"/> quantile of Beta(2, n - 1) whatever the distribution (Wilks 1941), and for lengths likewise; for a list of categories
/// the limit of the mass of the never seen, from those seen once (Good 1953); for a pattern that all keep, that of 0 in n.</para>
/// <para>So data like the reference do not fail, up to the confidence; and where the reference is small, constraints are loose rather than wrong. The tolerance is what lets
/// batches pass that are smaller than the reference: a bound of 0.01 needs 299 rows without a violation. Where none may ever violate, say so: set the
/// share of the constraint to 0.</para>
/// </remarks>
public sealed record InferenceOptions
{
    /// <summary>The default options.</summary>
    public static InferenceOptions Default { get; } = new();

    /// <summary>The one-sided confidence of the limits that are inferred, in [0.5,1).</summary>
    /// <value>The default is 0.99.</value>
    public double Confidence { get; init; } = 0.99;

    /// <summary>The share of rows that is tolerated beyond what the reference shows, in [0,0.5].</summary>
    /// <value>The default is 0.01.</value>
    public double Tolerance { get; init; } = 0.01;

    /// <summary>How far a range reaches beyond the reference's least and largest value, as a share of their distance; at least 0.</summary>
    /// <value>The default is 0.1. The limits are rounded outwards, and never widened past 0: what is never negative shall not be.</value>
    public double RangeMargin { get; init; } = 0.1;

    /// <summary>The most values that a column may have for a list of them to be inferred, from 1.</summary>
    /// <value>The default is 50.</value>
    public int MaximumDomainSize { get; init; } = 50;

    /// <summary>The least rows with a value from which ranges, lists, lengths, patterns, uniqueness and order are inferred, from 2.</summary>
    /// <value>The default is 100; a list of values needs ten rows for each as well.</value>
    public int MinimumRows { get; init; } = 100;

    /// <summary>How far the number of rows may be from the reference's, as a share of it, in [0,1]; <see langword="null"/> demands nothing.</summary>
    /// <value>The default is <see langword="null"/>: how large a batch is, its sender decides.</value>
    public double? RowCountMargin { get; init; }

    /// <summary>The largest age of the newest time of time columns; <see langword="null"/> demands nothing.</summary>
    /// <value>The default is <see langword="null"/>: a reference does not tell how often data come.</value>
    public TimeSpan? MaximumAge { get; init; }

    internal void Check()
    {
        if (Confidence is not (>= 0.5 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, "The confidence must be in [0.5,1).");
        }

        if (Tolerance is not (>= 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be in [0,0.5].");
        }

        if (!double.IsFinite(RangeMargin) || RangeMargin < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(RangeMargin),
                RangeMargin,
                "The margin must be finite and at least 0."
            );
        }

        if (RowCountMargin is { } rows and not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RowCountMargin), rows, "The margin must be in [0,1].");
        }

        if (MaximumAge <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumAge), MaximumAge, "The age must be positive.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumDomainSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumRows, 2);
    }
}
