namespace Mlops.Storage;

/// <summary>Other writers held the database for longer than the time limit.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class DatabaseBusyException(string message, Exception? innerException = null)
    : Exception(message, innerException);
