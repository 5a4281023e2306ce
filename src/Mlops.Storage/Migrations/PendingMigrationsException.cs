namespace Mlops.Storage.Migrations;

/// <summary>Migrations are pending, and this start may not, or could not, apply them.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class PendingMigrationsException(string message, Exception? innerException = null)
    : Exception(message, innerException);
