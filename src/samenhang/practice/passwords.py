"""What a password must be, said in one Dutch sentence."""

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Neem minstens {self.min_length} tekens. Een paar woorden na elkaar is prima."

    def get_help_text(self) -> str:
        return f"Minstens {self.min_length} tekens. Een paar woorden na elkaar is prima."


class NotCommon(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord gebruiken velen. Bedenk iets wat alleen jij kent."

    def get_help_text(self) -> str:
        return "Iets wat alleen jij kent."
