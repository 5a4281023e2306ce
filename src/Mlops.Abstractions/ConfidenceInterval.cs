namespace Mlops;

/// <summary>An interval that holds the true value with the stated probability over repeated samples.</summary>
/// <param name="Lower">The lower limit, in the unit of the estimate.</param>
/// <param name="Upper">The upper limit, at least <paramref name="Lower"/>; may be positive infinity.</param>
/// <param name="Level">The two-sided confidence level in (0,1), 0.90 for a 90% interval.</param>
/// <remarks>Equality compares all three numbers. The default value is [0,0] at level 0 and means "none known".</remarks>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Level)
{
    /// <summary>Whether <paramref name="value"/> lies within the closed interval. NaN never does.</summary>
    /// <param name="value">The value asked about.</param>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"[{Lower:G4}, {Upper:G4}] at {100 * Level:G4}%"
        );
}
