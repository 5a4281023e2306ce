using System.Text;

namespace Mlops.Registry.Risk;

/// <summary>The names of enumerations as words in a sentence.</summary>
internal static class RiskWords
{
    /// <summary>'DataSensitivity' becomes 'data sensitivity'.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
