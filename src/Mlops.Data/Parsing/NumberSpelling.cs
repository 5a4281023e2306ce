namespace Mlops.Data.Parsing;

/// <summary>How a number was written.</summary>
[Flags]
internal enum NumberSpelling
{
    /// <summary>With a decimal separator or an exponent, or as a word.</summary>
    None = 0,

    /// <summary>Digits alone, perhaps with a sign.</summary>
    Integer = 1,

    /// <summary>With a zero before another whole digit, as in <c>007</c>: a code, more likely than a number.</summary>
    LeadingZero = 2,
}
