namespace Mlops.Serialization;

/// <summary>Stored bytes are not what they should be: not an envelope, of another kind, damaged, or altered.</summary>
public class EnvelopeFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public EnvelopeFormatException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    public EnvelopeFormatException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    /// <param name="innerException">What was caught.</param>
    public EnvelopeFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
